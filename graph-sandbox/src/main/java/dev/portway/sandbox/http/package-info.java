/** The HTTP server: hands Graph's paths to {@code graph} and {@code /sandbox} to {@code pages} and {@code control}. Knows no rule. */
@NullMarked
package dev.portway.sandbox.http;

import org.jspecify.annotations.NullMarked;
