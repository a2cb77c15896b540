package engine

// Version is the version of the program.
const Version = "0.1.0"

// Rubric is the version of the rubric. It rises when the meaning of a verdict, a part or a rule changes.
const Rubric = "1"
