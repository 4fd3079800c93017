/**
 * A stateful Graph to talk to: starts one, in a process of its own or inside a test. The packages below it are its world (state), its rules
 * (what Graph does), its protocol (how Graph says it), its faults, its control surface and the HTTP server. It knows none of Portway's other
 * modules: the wire is written down here a second time, apart, so that a mistake shows.
 */
@NullMarked
package dev.portway.sandbox;

import org.jspecify.annotations.NullMarked;
