package dev.portway.migration;

/** The part of the way a step belongs to. A migration's status follows from the phase of the step it stands at. */
public enum Phase {
    DRAFT, CHECKING, PREPARING, AUTHORIZING, CUTTING_OVER, SETTLING
}
