/**
 * Tests as somebody would write them who tests onboarding code of their own: from another package, and without our null checks, which fields
 * that an extension fills do not pass.
 */
package dev.portway.stranger;
