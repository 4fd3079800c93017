/** Puts together what the route finder ranks by: what Graph shows of a number, what its digits tell, what people said, how the provider is set up. */
@NullMarked
package dev.portway.finder.look;

import org.jspecify.annotations.NullMarked;
