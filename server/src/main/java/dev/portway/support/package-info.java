/**
 * Puts together what somebody who is to help needs to see of a migration, in one file that may leave the house. Reads what is kept and changes nothing; what
 * must not leave is taken out here, whatever was taken out before.
 */
@NullMarked
package dev.portway.support;

import org.jspecify.annotations.NullMarked;
