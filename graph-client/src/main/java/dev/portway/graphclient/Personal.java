package dev.portway.graphclient;

/** Part of a call that Graph must see and our records must not: a recipient, a text. */
record Personal(Object value) {
    @Override
    public String toString() {
        return "Personal(hidden)";
    }
}
