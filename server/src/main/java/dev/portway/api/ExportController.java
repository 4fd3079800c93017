package dev.portway.api;

import dev.portway.account.Caller;
import dev.portway.runner.Desk;
import dev.portway.support.Download;
import dev.portway.support.NumberExport;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is known of a migration's numbers, as a file. */
@RestController
@RequestMapping(path = "/v1/migrations/{id}/export", produces = Download.ZIP)
class ExportController {
    private final Desk desk;
    private final NumberExport export;

    ExportController(Desk desk, NumberExport export) {
        this.desk = desk;
        this.export = export;
    }

    @GetMapping
    ResponseEntity<byte[]> export(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return Download.of(export.of(MigrationsController.card(desk, caller, id)));
    }
}
