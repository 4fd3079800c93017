/** The partners of a provider, and whose client each number is. Knows nothing of Graph: who looks after a client is not Meta's business. */
@NullMarked
package dev.portway.partner;

import org.jspecify.annotations.NullMarked;
