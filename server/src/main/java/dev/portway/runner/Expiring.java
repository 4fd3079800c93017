package dev.portway.runner;

/** Rows that are kept for a while. Each store says for how long, and forgets its own; it is asked once a day, on one node. */
public interface Expiring {
    void forget();
}
