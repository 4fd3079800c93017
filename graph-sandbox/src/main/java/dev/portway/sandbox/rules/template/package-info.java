/**
 * Templates and Flows, the files they are made of, and their copies at another WABA.
 */
@NullMarked
package dev.portway.sandbox.rules.template;

import org.jspecify.annotations.NullMarked;
