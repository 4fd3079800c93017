/** To be written. */
@NullMarked
package dev.portway.server;

import org.jspecify.annotations.NullMarked;
