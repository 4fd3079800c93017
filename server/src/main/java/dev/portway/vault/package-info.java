/**
 * Keeps secrets: seals what may be read again (tokens, PINs, codes) with the key of this installation, and holds the credentials with which a provider's
 * app reaches Graph. Knows nothing of who asks or why.
 */
@NullMarked
package dev.portway.vault;

import org.jspecify.annotations.NullMarked;
