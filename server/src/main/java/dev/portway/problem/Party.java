package dev.portway.problem;

import java.util.Locale;

/** Who can act: whose move a problem, a finding or a task is. */
public enum Party {
    /** The business whose number it is: an admin of its Meta business portfolio, or whoever answers the phone. */
    CLIENT,
    /** The provider the number is leaving. */
    ORIGIN,
    /** A partner of this provider that takes a number over. */
    PARTNER,
    /** The provider a number goes to when it leaves this one. */
    DESTINATION,
    /** Whoever runs this Portway: the provider the number moves to. */
    PROVIDER,
    /** Meta: nobody here can do more than wait, or open a ticket. */
    META,
    /** Portway itself: it goes on by itself. */
    PORTWAY;

    /** As written in JSON, tables and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
