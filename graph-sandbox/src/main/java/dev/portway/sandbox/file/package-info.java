/**
 * Worlds as files: what a row may say, reading one with every mistake named by its place, writing one, comparing two, and the worlds that come
 * along. Knows the world's state and no rules.
 */
@NullMarked
package dev.portway.sandbox.file;

import org.jspecify.annotations.NullMarked;
