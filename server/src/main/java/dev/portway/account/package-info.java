/**
 * Who may use Portway: providers and what each is at Meta, their API keys and users, sign-in and sessions, and what the doors of the server let through.
 * Knows nothing of migrations beyond whose they are.
 */
@NullMarked
package dev.portway.account;

import org.jspecify.annotations.NullMarked;
