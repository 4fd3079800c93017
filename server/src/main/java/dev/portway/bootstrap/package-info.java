/** What must be there before the first person can do anything: a provider, an operator, keys, Graph credentials. Run once, at the start of the server. */
@NullMarked
package dev.portway.bootstrap;

import org.jspecify.annotations.NullMarked;
