/**
 * How a number comes to another WABA or to Cloud API: initiate, register, pre-verified, from the Business app, beside another partner.
 * Needs the rules of numbers, WABAs and templates; none of them needs these.
 */
@NullMarked
package dev.portway.sandbox.rules.moving;

import org.jspecify.annotations.NullMarked;
