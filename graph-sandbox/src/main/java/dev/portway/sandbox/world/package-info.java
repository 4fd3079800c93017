/**
 * What there is: businesses, apps, tokens, WABAs, numbers, templates, phones with their inboxes, and the time they live in. State only: what
 * may happen to it is next door in {@code rules}. The entities are plain mutable fields on purpose; every reader and writer goes through
 * {@link dev.portway.sandbox.world.World#with}, which holds the world's one lock, so a change is seen whole or not at all.
 *
 * <p>Must not know HTTP, nor the names Graph gives to calls.
 */
@NullMarked
package dev.portway.sandbox.world;

import org.jspecify.annotations.NullMarked;
