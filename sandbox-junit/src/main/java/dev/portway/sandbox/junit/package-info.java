/**
 * The sandbox inside JUnit tests: one in the process, a world for each class or method. {@link dev.portway.sandbox.junit.Sandbox} is where to
 * begin. Knows the sandbox by what its control surface offers, so that a test and a person ask for the same things by the same names.
 */
@NullMarked
package dev.portway.sandbox.junit;

import org.jspecify.annotations.NullMarked;
