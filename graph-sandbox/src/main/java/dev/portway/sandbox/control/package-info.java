/**
 * What a person or a test may do that no app could: see all of the world, move its clock, order faults, read a phone's inbox, turn two-step
 * verification off as its owner would. JSON under {@code /sandbox}.
 */
@NullMarked
package dev.portway.sandbox.control;

import org.jspecify.annotations.NullMarked;
