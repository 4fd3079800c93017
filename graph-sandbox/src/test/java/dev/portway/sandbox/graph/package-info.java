/** Tests without HTTP. */
@NullMarked
package dev.portway.sandbox.graph;

import org.jspecify.annotations.NullMarked;
