/** To be written. */
@NullMarked
package dev.portway.sandbox;

import org.jspecify.annotations.NullMarked;
