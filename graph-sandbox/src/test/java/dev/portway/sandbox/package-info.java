/** Tests of the whole sandbox, over HTTP against one that was started for them. */
@NullMarked
package dev.portway.sandbox;

import org.jspecify.annotations.NullMarked;
