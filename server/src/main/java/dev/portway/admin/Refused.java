package dev.portway.admin;

/** What was asked cannot be done; the message is for the person who asked. Exit code 1. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message, null, false, false);
    }
}
