package dev.portway.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Templates were compiled with the classes; nothing is read or compiled at run time. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, ConsoleConfiguration.class.getClassLoader(),
                ConsoleConfiguration.class.getPackageName());
    }
}
