/** What goes wrong on order, and a record of every call, so that a test can ask what was sent and what took effect. */
@NullMarked
package dev.portway.sandbox.fault;

import org.jspecify.annotations.NullMarked;
