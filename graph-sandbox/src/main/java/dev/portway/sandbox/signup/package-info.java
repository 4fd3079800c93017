/**
 * Embedded Signup: what a client goes through in the window that a provider's page opens, and what comes of it in the world. Knows the steps
 * and their rules; nothing of pages or HTTP.
 */
@NullMarked
package dev.portway.sandbox.signup;

import org.jspecify.annotations.NullMarked;
