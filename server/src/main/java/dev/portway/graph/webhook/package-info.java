/**
 * Takes in what Graph tells by webhooks: proves that it comes from Meta, keeps it, and passes it on to the migrations it is about. A webhook is a hint to
 * look, so this must not call Graph nor change anything but what was heard.
 */
@NullMarked
package dev.portway.graph.webhook;

import org.jspecify.annotations.NullMarked;
