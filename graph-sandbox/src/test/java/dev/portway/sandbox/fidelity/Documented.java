package dev.portway.sandbox.fidelity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page of Meta's says that Graph does this. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Documented {

    Page page();

    /** What of it the page leaves open and is ours, or empty. */
    String but() default "";
}
