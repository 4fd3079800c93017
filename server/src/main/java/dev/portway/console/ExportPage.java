package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.support.Download;
import dev.portway.support.NumberExport;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What is known of a migration's numbers, as a file for whoever takes them along. */
@Controller
class ExportPage {
    private final Dossiers dossiers;
    private final NumberExport export;

    ExportPage(Dossiers dossiers, NumberExport export) {
        this.dossiers = dossiers;
        this.export = export;
    }

    @GetMapping("/migrations/{id}/export")
    ResponseEntity<byte[]> export(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return dossiers.card(caller.provider(), id)
                .map(export::of)
                .map(Download::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
