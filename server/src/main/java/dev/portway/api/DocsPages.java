package dev.portway.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's documentation: as a document for programs, and as a page for people. */
@RestController
class DocsPages {
    /** The version is that of the dependency in the pom; a test asks for what is below. */
    private static final String SWAGGER = "/webjars/swagger-ui/5.32.14/";

    private final String document = new OpenApi().document();

    @GetMapping(path = "/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    String document() {
        return document;
    }

    /** Everything comes from this server, and no script is inside the page: the policy of these pages allows nothing else. */
    @GetMapping("/docs")
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body("""
                        <!doctype html>
                        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                        <title>Portway API</title><link rel="icon" type="image/svg+xml" href="/assets/mark.svg"><link rel="stylesheet" href="%1$sswagger-ui.css"></head>
                        <body><div id="page"></div>
                        <script src="%1$sswagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>
                        """
                        .formatted(SWAGGER));
    }

    @GetMapping("/docs/start.js")
    ResponseEntity<String> start() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .body("SwaggerUIBundle({url: '/openapi', dom_id: '#page', validatorUrl: null, syntaxHighlight: false});\n");
    }
}
