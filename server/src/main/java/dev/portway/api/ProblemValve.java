package dev.portway.api;

import dev.portway.intake.Wrong;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers for Tomcat itself, when a request is so wrong that it reaches nothing of ours: a broken first line, headers that are too long. */
public final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemText.of(Wrong.ofStatus(response.getStatus()), request).write(response);
            response.finishResponse();
        } catch (IOException clientIsGone) {
            throw new UncheckedIOException(clientIsGone);
        }
    }
}
