@NullMarked
package dev.portway.sandbox.switches;

import org.jspecify.annotations.NullMarked;
