/**
 * The pages for people: the world at a glance, phones, what stands for WhatsApp Manager, faults and clock, traffic, and the window of sign-up. They show the world and pass on what a form asks for to the
 * control surface or the rules; they decide nothing themselves. A page is built of {@link dev.portway.sandbox.pages.Tag}s, in which a text can
 * only ever be a text.
 */
@NullMarked
package dev.portway.sandbox.pages;

import org.jspecify.annotations.NullMarked;
