/** The command line: people's and scripts' way to Portway's API, and the demo. Knows the server by its API only. */
@NullMarked
package dev.portway.cli;

import org.jspecify.annotations.NullMarked;
