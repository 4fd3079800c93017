/** The command line, as it is called. */
@NullMarked
package dev.portway.cli;

import org.jspecify.annotations.NullMarked;
