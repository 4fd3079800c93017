/**
 * WABAs and those who share them: partners, solutions, intents, credit, currency, and WABAs made of others.
 */
@NullMarked
package dev.portway.sandbox.rules.waba;

import org.jspecify.annotations.NullMarked;
