/**
 * Commands for whoever runs the server: keys of the API, credentials for Graph, the key that seals secrets, people of the console. They work on the
 * database itself, beside a running server or without one, so whoever may read the data folder needs no other permission. Knows no migration.
 */
@NullMarked
package dev.portway.admin;

import org.jspecify.annotations.NullMarked;
