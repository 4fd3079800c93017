/** How surely each behaviour of the sandbox is Graph's: marks on the tests that hold it, and the page made of them. */
@NullMarked
package dev.portway.sandbox.fidelity;

import org.jspecify.annotations.NullMarked;
