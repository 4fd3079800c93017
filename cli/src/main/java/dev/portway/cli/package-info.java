/** To be written. */
@NullMarked
package dev.portway.cli;

import org.jspecify.annotations.NullMarked;
