include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    post(current); //~ E0277
    Ok(())
}
