/** To be written. */
@NullMarked
package dev.portway.graphclient;

import org.jspecify.annotations.NullMarked;
