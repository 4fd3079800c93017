package dev.portway.account;

import static org.springframework.http.HttpMethod.GET;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The doors. What no door lets through by name is refused.
 *
 * <pre>
 * /webhooks/** /health/** /assets/** /webjars/**   anybody; nothing there trusts who asks
 * /docs/** /openapi/** /problems/**                anybody; describes the API
 * /g/**                                            whoever has the link: its address is the key
 * /v1/**                                           an API key: read for GET, write for the rest
 * /v1/set-up, /metrics                             an API key with admin
 * /password                                        a person signed in to the console
 * /set-up                                          a person with admin
 * what is filled in, and what a form is sent to    a person with write
 * everything else                                  a person with read
 * </pre>
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    /** Pages that are nothing but a form, or ask Graph for somebody: who may not send it has no use for them. */
    private static final String[] FILLED_IN = {"/migrations/new/**", "/migrations/route/**", "/migrations/*/withdraw",
        "/migrations/*/sign-up"};

    /** Changes nothing: what is looked up there is in no address, because nobody knows what it holds. */
    private static final String ASKED_IN_A_BODY = "/explain";

    @Bean
    Cookies cookies(@Value("${portway.public.url:}") String publicUrl) {
        return new Cookies(publicUrl.regionMatches(true, 0, "https:", 0, 6));
    }

    @Bean
    SessionCookie sessionCookie(Sessions sessions, Devices devices, Cookies cookies) {
        return new SessionCookie(sessions, devices, cookies);
    }

    @Bean
    SignInDoor signInDoor(SignIns signIns, SessionCookie cookie) {
        return new SignInDoor(signIns, cookie);
    }

    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/webhooks/**", "/health/**", "/assets/**", "/webjars/**", "/favicon.ico"), CONTENT)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * Nothing of these pages is kept, found or told to others, and no session counts there: a link opens the same to everybody who has it. A form needs no
     * token of ours against other sites, for they do not know the address it is sent to.
     */
    @Bean
    @Order(2)
    SecurityFilterChain guests(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/g/**"), CONTENT)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** The page that shows the API brings styles inside its markup. */
    @Bean
    @Order(3)
    SecurityFilterChain apiPages(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/docs/**", "/openapi/**", "/problems/**", "/swagger-ui/**"),
                CONTENT + "; style-src 'self' 'unsafe-inline'")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain api(HttpSecurity http, ApiKeys keys, Refusing refusing,
            @Value("${portway.requests.per.minute:6000}") int perMinute) throws Exception {
        return stateless(http.securityMatcher("/v1/**", "/metrics"), "default-src 'none'; frame-ancestors 'none'")
                .addFilterBefore(new KeyFilter(keys, new Pace(perMinute), refusing), BasicAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, why) -> refusing.tell(Refusing.Refusal.of(Refusing.Reason.KEY_MISSING), request, response))
                        .accessDeniedHandler(
                                (request, response, why) -> refusing.tell(Refusing.Refusal.of(Refusing.Reason.KEY_SCOPE), request,
                                        response)))
                .authorizeHttpRequests(requests -> inner(requests).requestMatchers("/metrics", "/v1/set-up/**")
                        .hasAuthority(Scope.ADMIN.word())
                        .requestMatchers(GET, "/v1/**")
                        .hasAuthority(Scope.READ.word())
                        .requestMatchers("/v1/**")
                        .hasAuthority(Scope.WRITE.word())
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain console(HttpSecurity http, SignInDoor door, SessionCookie cookie, Cookies cookies) throws Exception {
        return headers(http, CONTENT).csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(cookies)))
                .securityContext(context -> context.securityContextRepository(cookie))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .authenticationManager(new ProviderManager(door)) // no other behind it, which would take each wrong password for two tries
                .formLogin(form -> form.loginPage("/sign-in")
                        .authenticationDetailsSource(SignIns.Origin::of)
                        .successHandler(door::letIn)
                        .failureHandler(door::turnAway))
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, who) -> cookie.close(request, response))
                        .logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(door::askToSignIn).accessDeniedHandler(door::refuse))
                .authorizeHttpRequests(requests -> inner(requests).requestMatchers("/sign-in")
                        .permitAll()
                        .requestMatchers("/password")
                        .hasAnyAuthority(Scope.READ.word(), SessionCookie.CHANGE_PASSWORD)
                        .requestMatchers("/set-up/**")
                        .hasAuthority(Scope.ADMIN.word())
                        .requestMatchers(FILLED_IN)
                        .hasAuthority(Scope.WRITE.word())
                        .requestMatchers(GET)
                        .hasAuthority(Scope.READ.word())
                        .requestMatchers(ASKED_IN_A_BODY)
                        .hasAuthority(Scope.READ.word())
                        .anyRequest()
                        .hasAuthority(Scope.WRITE.word()))
                .build();
    }

    /** An answer that goes on in another thread, or an error page, was judged when its request came in. */
    private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry inner(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        return requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();
    }

    private static HttpSecurity stateless(HttpSecurity http, String content) throws Exception {
        return headers(http, content).csrf(CsrfConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()));
    }

    private static HttpSecurity headers(HttpSecurity http, String content) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(content))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    private static CookieCsrfTokenRepository csrfCookie(Cookies cookies) {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(cookies.named("portway_csrf"));
        repository.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax").httpOnly(true);
            if (cookies.alwaysSecure()) {
                cookie.secure(true);
            }
        });
        return repository;
    }
}
