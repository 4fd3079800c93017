/**
 * What is sent and received, and the files that go with it.
 */
@NullMarked
package dev.portway.sandbox.rules.message;

import org.jspecify.annotations.NullMarked;
