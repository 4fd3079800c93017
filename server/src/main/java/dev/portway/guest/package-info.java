/**
 * Guest links: what only one person knows, or has to do, is asked of them by an address that opens one question and nothing else. Knows whose link it is,
 * what it asks and whether it is still open; what may be answered is the heart's to say. Must not know pages or JSON.
 */
@NullMarked
package dev.portway.guest;

import org.jspecify.annotations.NullMarked;
