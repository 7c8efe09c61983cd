include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    let batch = reserve_batch::<2>(current, O_CLOEXEC)?;
    let files: Vec<ARef<File>> = vec![a];
    install_batch(batch, files); //~ E0308
    Ok(())
}
