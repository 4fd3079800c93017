package dev.portway;

import dev.portway.admin.Commands;
import dev.portway.admin.Serve;
import dev.portway.database.CannotStart;
import dev.portway.database.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The service. What each package needs from Spring it declares itself, in a configuration of its own; the heart declares none. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "dev\\.portway\\.(migration|problem)\\..*"))
public class PortwayServer {

    public static void main(String[] args) {
        if (Commands.areIn(args)) {
            // Until somebody sets it up, nothing is logged: what a command has to say it prints.
            LoggingSystem.get(PortwayServer.class.getClassLoader()).beforeInitialize();
            System.exit(Commands.run(args));
        }
        int exitCode = Serve.run(PortwayServer::start, args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static void start(List<String> settings) {
        endWith(System.getenv("PORTWAY_STARTED_BY"));
        try {
            application(System.getenv("PORTWAY_PUBLIC_URL")).run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            tell(e);
            System.exit(1);
        }
    }

    /** Whoever started us for themselves may be killed and cannot stop us then: we end when the process with this id has. */
    private static void endWith(@Nullable String starter) {
        if (starter != null && starter.matches("[0-9]{1,10}")) {
            Thread.ofVirtual().name("starter").start(() -> {
                ProcessHandle.of(Long.parseLong(starter)).ifPresent(process -> process.onExit().join());
                System.exit(0);
            });
        }
    }

    /**
     * @param publicUrl where browsers find us, when that is a proxy in front: then it tells who they are, and by which scheme they came. Without one nobody
     *     is believed who says so.
     */
    static SpringApplication application(@Nullable String publicUrl) {
        var application = new SpringApplication(PortwayServer.class);
        application.setDefaultProperties(
                Map.of("server.forward-headers-strategy", publicUrl == null || publicUrl.isBlank() ? "none" : "native"));
        return application;
    }

    /** The one clock of this module. In a rehearsal it may run ahead, and the database's with it. */
    @Bean
    InstantSource clock(Settings settings) {
        return InstantSource.offset(InstantSource.system(), settings.ahead());
    }

    /** One line for what the person who starts it can mend; all of it for what only we can. */
    private static void tell(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                System.err.println("Portway cannot start. " + Neighbour.at(taken.getPort()));
                return;
            }
            if (cause instanceof CannotStart) {
                System.err.println("Portway cannot start. " + cause.getMessage());
                return;
            }
        }
        System.err.println("Portway cannot start.");
        failure.printStackTrace();
    }
}
