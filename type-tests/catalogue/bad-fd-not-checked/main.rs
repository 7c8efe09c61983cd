include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let file = fget(current, 99);
    Ok(file.path().len()) //~ E0599
}
