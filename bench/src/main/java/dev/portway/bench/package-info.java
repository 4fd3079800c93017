/** What we claim about speed, measured in one run against its yardstick. */
@NullMarked
package dev.portway.bench;

import org.jspecify.annotations.NullMarked;
