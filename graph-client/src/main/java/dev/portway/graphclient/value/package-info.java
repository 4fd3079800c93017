/**
 * What is said to Graph and what identifies things there: ids, secrets, open enums, the send deadline.
 *
 * <p>Every constructor checks and names what is wrong, without repeating a secret. This package knows nothing of HTTP or JSON.
 */
@NullMarked
package dev.portway.graphclient.value;

import org.jspecify.annotations.NullMarked;
