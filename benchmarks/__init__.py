"""What a build costs: content of any size, the same pages by other generators, and the comparison."""
