/**
 * The pages of one migration, before they are markup: what its templates lay out, already in the reader's language and time zone. Pure: from what the
 * desk gives to records of strings. Decides nothing about a migration; what may be done, whose move it is and why come from the heart as they are.
 */
@NullMarked
package dev.portway.console.migration;

import org.jspecify.annotations.NullMarked;
