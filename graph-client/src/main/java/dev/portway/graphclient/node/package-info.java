/**
 * What Graph shows of the things that matter when a number moves. Data only; how it is asked for and read stands beside the calls.
 *
 * <p>Nearly everything may be absent: a field needs a permission, exists in some versions, or was never set. Null always means
 * <em>Graph did not say</em>, never <em>no</em>.
 */
@NullMarked
package dev.portway.graphclient.node;

import org.jspecify.annotations.NullMarked;
