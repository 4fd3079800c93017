/**
 * Who hears of it: what becomes a webhook, at which address, and who subscribed. How it travels is next door in {@code webhook}.
 */
@NullMarked
package dev.portway.sandbox.rules.notice;

import org.jspecify.annotations.NullMarked;
